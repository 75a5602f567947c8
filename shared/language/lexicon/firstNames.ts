import { wordSet } from './wordSet'

/** First names that tell man from woman, in the languages scripts are mostly written in; what is both is in neither. */
const womenNamed = wordSet(`
  ada adele agnes aisha alba alexandra alice alicia alina alma amanda amelia amina amira amy ana anastasia andrea angela angelina anita anja ann anna
  anne annie antonia anya ariadne astrid audrey aurora ava barbara beatrice bella bertha beth betty bianca birgit bonnie brenda brenna bridget brigitte
  camilla carla carmen carol carolina caroline cassandra catherine cecilia celeste celia chantal charlotte chiara chloe christina christine claire clara
  claudia clementine colette constance cora cordelia cornelia cristina daisy dana daniela daphne deborah delia denise diana dina dolores donna dora doris
  dorothy edith edna elena eleanor elin elisa elise eliza elizabeth ella ellen elsa else elsie elvira emilia emily emma erika erin esmeralda estelle esther
  ethel eva eve evelyn fatima fay felicity fiona flora florence frances francesca freya frida gabriela gabriella gail gemma genevieve georgia geraldine
  gertrude gina gisela giulia gladys gloria grace greta gretchen gudrun gwen hanna hannah hanne harriet hattie heather heidi helen helena helga hilda
  hildegard holly hope ida ilse imogen ines inga inge ingrid irene iris irma isabel isabella isabelle isla ivana ivy jane janet janice jasmine jeanne
  jennifer jenny jessica jill joan joanna josephine joyce judith judy julia juliana julie juliet june karen karin karina kate katharina katherine kathleen
  katie katya kelly kerstin kirsten klara lara laura lea leah leila lena leonora leonore leticia lidia lila lillian lily lina linda lisa liv livia lola
  lorna louisa louise lucia lucie lucy luisa luna lydia mabel madeleine madeline magda magdalena maggie maia maja manuela mara margaret margarita margot
  maria marianne marie marina marion marta martha marthe martina mary mathilde matilda maud maureen maya megan melanie melissa mercedes mia michelle mila
  mildred mimi mina miranda miriam mirjam moira molly mona monica monika muriel myra nadia nadine nancy naomi natalia natalie natasha nell nellie nicole
  nina noemi nora norma odette olga olivia olwen ophelia paloma pamela patricia paula pauline peggy penelope petra petronella philippa phoebe phyllis polly
  priscilla priya rachel ramona rebecca regina renata rita roberta romy ronja rosa rosalind rosalie rose rosemary rosie roxanne ruby ruth sabina sabine
  sabrina sally samantha sandra sara sarah selma serena sheila shirley sibyl sigrid silvia simone sofia solveig sonia sonja sophia sophie stella stephanie
  susan susanna susanne suzanne svetlana sybil sylvia tabitha tamara tania tanja tanya tara tatiana teresa tess tessa thea theresa tilda tina trudy ulla
  ulrike una ursula valentina valerie vanessa vera verena veronica veronika victoria viola violet violeta virginia vivian vivienne wanda wanja wendy
  wilhelmina winifred yasmin yelena ylva yolanda yvette yvonne zahra zelda zoe zora zuzana`)
const menNamed = wordSet(`
  aaron abel abraham adam adrian ahmed alan albert alberto alec alejandro aleksander alessandro alfred ali allan alvin amir anders andre andreas andres
  andrew angus ansel anthony anton antonio archie ari armand arno arnold art arthur arturo august axel barney barry bart bartholomew basil ben benedict
  benjamin bennett benny bernard bert bill billy björn bob boris brad bradley brandon brian bruce bruno bryan caleb calvin carl carlo carlos cedric charles
  chester christian christoph christopher clarence clark claude claus clifford clive cole colin conrad corwin craig curtis cyril dan dane daniel danny
  darius darren dave david dean dennis derek desmond diego dieter dietrich dimitri dirk dominic don donald douglas duncan dwight earl ebert eddie edgar
  edmund eduardo edward edwin egon eli elias elliott elmer emil emilio enrico enzo eric erich erik ernest ernst errol erwin ethan eugene evan ezra fabian
  federico felix ferdinand fernando filip finn floyd francesco francis francois frank franz fred frederick friedrich fritz gabriel gareth gary gavin geoffrey
  georg george gerald gerard gerhard gideon gilbert giovanni giuseppe glen gordon graham greg gregor gregory guido gunther gus gustav guy hal hamish hank
  hans harald harold harry harvey hassan hector heinrich helmut hendrik henri henrik henry herbert herman hermann homer horace horst howard hubert hugh hugo
  humphrey ian ibrahim igor ingo isaac ivan ivo jack jacob jacques jaime jake jakob james jamal jan jannis jared jason javier jean jeff jeffrey jens jeremiah
  jeremy jerome jerry jesse jim jimmy joachim joaquin joe joel johan johann johannes john johnny jon jonas jonathan jorge jose josef joseph joshua juan
  julian julio julius jürgen justin kai karim karl kaspar keith ken kenneth kevin klaus knut kofi konrad konstantin kurt kyle lance larry lars laszlo laurence
  lawrence lee leif len leo leon leonard leopold leroy lester lev levi liam lionel lloyd logan lorenzo louis luca lucas ludwig luigi luis lukas luke luther
  magnus malcolm manfred manuel marc marcel marco marcus mario mark markus marten martin marvin mathias matt matteo matthew maurice max maximilian melvin
  michael michel miguel mike mikhail miles milo milton mitchell mohammed mortimer moritz moses muhammad murray nathan nathaniel ned neil nelson niall nicholas
  nick nico nicolas niels nigel nikolai nils noah noel norbert norman olaf olav ole oleg oliver omar orlando oscar oskar osman oswald otis otto owen pablo
  paolo pascal patrick paul pavel pedro percy per perry peter philip phil pierre piet pip piotr quentin rafael raj ralph ramon randall raoul raphael rashid
  raul ray raymond reginald reinhard rene reuben rex ricardo richard rick rob robert roberto rodney rodrigo roger roland rolf roman romeo ron ronald rory
  ross roy rudolf rufus rupert russell ryan salvador sam samuel sandro saul scott sean sebastian sergei sergio seth seymour sidney siegfried sigmund simon
  sinclair solomon spencer stanley stefan stephen steve steven stewart stig stuart sven sylvester tariq ted terence terry theo theodor theodore thomas
  thorsten tim timothy tobias tobin todd tom tommy tony travis trevor tristan ulf ulrich uwe vadim valentin vernon victor viktor vince vincent vito vladimir
  walter warren wayne werner wilbur wilfred wilhelm will willem william willy winston wolf wolfgang wyatt xavier yannick yusuf yuri yves zachary`)

/** The sex that a first name tells, or null. */
export function sexOfFirstName(name: string): 'he' | 'she' | null {
  if (womenNamed.has(name)) return 'she'
  return menNamed.has(name) ? 'he' : null
}

/** Is it a first name that is known as one? */
export const isFirstName = (name: string): boolean => sexOfFirstName(name) !== null
