import { wordSet } from './wordSet'

/** Small words of the languages that scripts are mostly written in beside English: enough to tell who comes and goes. */

/** Found in nearly every English sentence and in no other language's. */
export const englishWords = wordSet('the and of with his their they she from this that when who')

/** One person. "on" and "o" are he in Polish and Turkish; they are asked for in front of a verb of those languages alone. */
export const foreignPronouns: Readonly<Record<string, 'he' | 'she' | 'they'>> = {
  er: 'he',
  il: 'he',
  él: 'he',
  lui: 'he',
  egli: 'he',
  ele: 'he',
  on: 'he',
  han: 'he',
  hij: 'he',
  он: 'he',
  o: 'he',
  他: 'he',
  彼: 'he',
  sie: 'she',
  elle: 'she',
  ella: 'she',
  lei: 'she',
  ela: 'she',
  ona: 'she',
  hon: 'she',
  zij: 'she',
  она: 'she',
  她: 'she',
  beide: 'they',
  ils: 'they',
  elles: 'they',
  ellos: 'they',
  ellas: 'they',
  loro: 'they',
  eles: 'they',
  oni: 'they',
  они: 'they',
  onlar: 'they',
  entrambi: 'they',
  ambos: 'they',
  oba: 'they',
  obie: 'they',
  оба: 'they',
  обе: 'they',
  ikisi: 'they',
  båda: 'they',
  deux: 'they',
  dos: 'they',
  due: 'they',
  dois: 'they',
  dwoje: 'they',
  двое: 'they',
}

/** Before a verb these make it no event: "nie wychodzi", "不离开". */
export const foreignNegations = wordSet('nie не non não inte ikke niet no 不 没 別 别 想 要 该 不要 won nicht')

/** A clause of its own begins behind them: "während Otto hinausgeht". */
export const foreignSubordinators = wordSet(
  'als während wenn dass wie bis quand pendant lorsque que mientras cuando mentre quando che enquanto gdy kiedy jak że когда пока как что medan när terwijl als',
)
/** The noun or name before them is meant: "Greta, qui sort". */
export const foreignRelatives = wordSet('qui der die das que che który która который которая som')

/** Brings somebody along: "gefolgt von Otto". */
export const foreignBringing = wordSet(
  'gefolgt begleitet suivi suivie suivis accompagné accompagnée seguido seguida seguito seguita följd gevolgd',
)

/** Articles that open a noun phrase of another language. */
export const foreignArticles = wordSet(
  'der das dem den die ein eine einer einem einen le la les un une el los las una uno il lo gli du des',
)
