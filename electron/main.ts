import { startDesktop } from './hosts/electron/startDesktop'

// Entry of the desktop application.
startDesktop()
