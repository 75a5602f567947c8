/** The colours of the sample's pictures: warm ink, muted washes, one accent for each character. [wash, shade] */
export const ink = '#2b2226'
export const pencil = '#5b4038'

export const skin = ['#ecc8a6', '#d09d80'] as const
export const skinPale = ['#f0d3b8', '#d3a88f'] as const
export const skinBrown = ['#b98260', '#935f45'] as const
export const redHair = ['#bb4c2e', '#8c3322'] as const
export const darkHair = ['#3d3334', '#2a2226'] as const
export const strawHair = ['#cfa75c', '#a67c3c'] as const
export const greyHair = ['#cfcbc4', '#a19c9a'] as const
export const mustard = ['#dda93f', '#b17d2b'] as const
export const blue = ['#4d7fa6', '#345b7d'] as const
export const grey = ['#7d838d', '#5b606b'] as const
export const violet = ['#836190', '#5e436b'] as const
export const olive = ['#7f8a5a', '#5a6440'] as const
export const green = ['#66905f', '#476a44'] as const
export const brown = ['#8d6a4c', '#674a35'] as const
export const white = ['#f4eee2', '#cfc8bf'] as const
export const black = ['#45404a', '#2e2a33'] as const
export const red = ['#bf4433', '#8c2d27'] as const
export const leather = ['#a5613b', '#753f28'] as const
export const brass = ['#c99b4e', '#956c30'] as const
export const china = ['#efe7d6', '#c8beae'] as const
