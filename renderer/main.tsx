import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './App'
import { startHostEvents } from './app/hostEvents'
import { startPreviews } from './app/jobPreviews'
import { registerViews } from './app/views'
import './common/tokens.css'
import './common/base.css'
import { views } from './views'

// The page may not make code from text (content security policy), so schemas do not try to.
z.config({ jitless: true })
registerViews(views, 'matrix')
startHostEvents()
startPreviews()
createRoot(document.getElementById('root')!).render(<App />)
