import { createRoot } from 'react-dom/client'
import { App } from './App'
import { startHostEvents } from './app/hostEvents'
import './common/tokens.css'
import './common/base.css'

startHostEvents()
createRoot(document.getElementById('root')!).render(<App />)
