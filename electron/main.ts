import { startDesktop } from './hosts/electron/startDesktop'
import { startMovieProcess } from './hosts/electron/movieProcess'

// Entry of the desktop application. The command line starts it without a window to be seen when it needs an encoder.
const order = process.argv.find((argument) => argument.startsWith('--make-movie='))
if (order) startMovieProcess(order.slice('--make-movie='.length))
else startDesktop()
