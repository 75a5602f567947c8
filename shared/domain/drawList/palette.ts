/** What lies under everything: storyboard paper. */
export const PAPER = '#e9e3d6'
/** Outlines and writing. */
export const INK = '#231d20'
/** The pale line around figures that keeps them off what is behind. */
export const HALO = '#f4efe4'

/** Colour words of scripts, in one muted palette. */
export const colourWords: Readonly<Record<string, string>> = {
  red: '#b8473a', crimson: '#a83a3f', scarlet: '#bf4436', maroon: '#7b3238', burgundy: '#74303c', ruby: '#9e3243',
  orange: '#cf7d3c', amber: '#cc8f3a', rust: '#a65a35', copper: '#b06a42', peach: '#e0a684', coral: '#d07a66',
  yellow: '#d9b04c', mustard: '#c49a3d', gold: '#cda349', golden: '#cda349',
  green: '#5f8a57', olive: '#7d7f49', emerald: '#3f8264', mint: '#93bda0', lime: '#9bb055', khaki: '#a8986a', sage: '#8fa07f',
  teal: '#418085', turquoise: '#58a3a0', cyan: '#63a9b4',
  blue: '#4a78b5', navy: '#34456e', azure: '#6697c4', indigo: '#4c4a86', denim: '#557299', turquoiseblue: '#58a3a0',
  purple: '#7a5793', violet: '#806099', lilac: '#a58bb8', lavender: '#aa9bc4', mauve: '#96708e', plum: '#6f4468', magenta: '#a94f82',
  pink: '#d28c9c', rose: '#c9798a', fuchsia: '#b95287',
  brown: '#7d5a40', tan: '#b8966c', beige: '#cdb997', camel: '#b58c5c', chocolate: '#5d4131', leather: '#8a5a3a', wooden: '#9a7048', wood: '#9a7048',
  black: '#3a3740', charcoal: '#47474f', dark: '#45434c', grey: '#868a92', gray: '#868a92', silver: '#aab0b6', ash: '#97979a',
  white: '#ece8de', cream: '#e8dcc0', ivory: '#e9dfc9', pale: '#dcd5c5',
}

/** Clothes of those the script says nothing about. */
export const clothColours = ['#4a78b5', '#b8574a', '#5f8a57', '#c9973f', '#7a5793', '#418085', '#a8635f', '#6b7a94', '#8c7350', '#b4748a', '#4f6a4c', '#54607e'] as const
export const trouserColours = ['#474a57', '#5a5148', '#3f4d66', '#6a6658', '#4b4048', '#58626b'] as const
export const skinColours = ['#f0c9a4', '#e3b48c', '#c98f66', '#a06b48', '#74492f', '#f3d3b8', '#d9a479'] as const
export const hairColours = ['#3b2c28', '#5c4030', '#7c5637', '#a97a46', '#2c282c', '#8e4a2c', '#c9a45c', '#4a3a3c'] as const
