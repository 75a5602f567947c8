import { wordSet } from './wordSet'

/** Words that scripts write in capitals though they name nobody and nothing. */

/** Heard, not seen. Also the sound as a verb. */
export const soundWords = wordSet(`
  bang bangs banging bam bark barks beep beeps beeping bell-toll blare blares blast blasts boom booms booming buzz
  buzzes buzzing chime chimes clang clangs clank clanks clap claps clatter clatters click clicks clink clinks crack
  cracks crackle crackles crash crashes crashing creak creaks creaking crunch crunches cry cries ding dings drip
  drips echo echoes explosion explosions gasp gasps groan groans growl growls gunfire gunshot gunshots hiss hisses
  honk honks howl howls hum hums jingle jingles knock knocks knocking laugh laughs laughter moan moans music noise
  noises pop pops purr rattle rattles ring rings ringing roar roars roaring rumble rumbles rustle rustles scrape
  scrapes scream screams screaming screech screeches shatter shatters shot shots shout shouts shriek shrieks sigh
  sighs silence siren sirens sizzle sizzles slam slams slammed smack smacks smash smashes snap snaps snarl snarls
  snore snores sound sounds splash splashes squeak squeaks squeal squeals static thud thuds thump thumps thunder
  thunk thunks tick ticks ticking toll tolls tone voices wail wails whack whacks whine whines whir whirs whisper
  whispers whistle whistles whoosh whooshes yell yells yelp yelps applause cheer cheers chatter footsteps heartbeat
  ringtone titter titters whirr whirrs hack hacks hacking cough coughs coughing caw caws cawing moaning laughing splashing ahh ohh ah oh aah ooh ugh huh hmm
  wow hey tap taps tapping rap raps patter murmur murmurs murmuring giggle giggles sob sobs sobbing weeping wailing humming whistling`)

/** Camera, editing and title words. */
export const cameraWords = wordSet(`
  camera angle angles close closer closeup close-up cu ecu mcu wide wider medium med full long shot shots two-shot
  ots pov p.o.v insert establishing overhead aerial pan pans panning tilt tilts tilting track tracks tracking dolly
  dollies push pushes pull pulls zoom zooms zooming crane cranes boom handheld steadicam drone rack focus frame
  freeze slow motion slo-mo fast cut cuts cutting intercut intercutting smash match jump dissolve dissolves fade
  fades wipe iris in out to black white back montage series flashback flashforward flash end begin sequence dream
  title titles card super superimpose subtitle subtitles caption credits credit opening closing screen split
  splitscreen reveal reveals revealing beat pause continued continuous cont'd later same day night morning evening
  moments off-screen offscreen on-screen o.s v.o o.c os vo oc sfx vfx fx cgi stock footage aka a.k.a omitted more
  note lower upper third`)

/** Camera words that lead up to what is seen: "CLOSE ON BRICK", "REVEAL A GUN". */
export const leadIns = wordSet(`
  camera angle close closer cu ecu mcu wide wider medium shot pov insert pan pans tilt tilts track push pull zoom
  zooms focus frame cut cuts intercut reveal reveals revealing follow following find finds see back on to in out of
  from into at with by up down over`)

/** Capitals that are no things to hold: time, numbers, stress. */
export const stressWords = wordSet(`
  i a o ok okay yes no not never always now then here there all any both every everyone everybody everything nobody
  nothing someone something anyone very too so really almost just only still again suddenly finally slowly quickly
  instantly immediately loud loudly huge massive enormous tiny big bad good best worst dead alive gone empty wrong
  right true false same much more most less first last inches feet miles seconds minutes hours away up down left
  right hard hot cold us we you he she it they him her them his hers its my your our their this that these those and
  or but the an of in on at by for with from into onto is are was were be been if as what who why how when where
  which tv fbi cia nypd lapd usa uk eu un dna pm am id ceo vip dc nyc la er icu ac dc swat nasa nsa wwii ww2 bbc cnn
  time moment way thing darkness light sunlight daylight blood water fire smoke rain wind snow fog air help love
  death life war pain impact surprise chaos panic`)

/** Speak under one cue, but are no character. */
export const compoundCues = wordSet(`
  all both everyone everybody together others either neither various several some another one each omnes unison trio
  duo`)
/** A thing of several words that looks like a person: a hot dog, a teddy bear. */
export const toyWords = wordSet('hot toy teddy gummy stuffed plush rocking corn')
/** Verbs in capitals that are no nouns as well: of "DODD ENTERS THE ROOM" the name is DODD. */
export const shoutedVerbs = wordSet(`
  reenters re-enters enters exits appears disappears vanishes arrives emerges comes goes walks rushes storms stands
  sits looks turns nods smiles says grabs opens closes falls dies wakes stares speaks is are has gets puts takes`)
/** What has a name but is no person: "a boat called HOPE". */
export const namedThings = wordSet(`
  ship boat yacht car truck van plane train bar club cafe restaurant town city village street book film movie song
  game company store shop hotel band drug project operation planet island app website`)
/** Words that are no adjective, so that an article before them does not belong to what follows; words in -ly too. */
export const noAdjectives = wordSet(`
  and or but of in on at to by with from for into onto is are was were be as then than that who which while it he
  she they him her them not like over under through up down out off away`)
/** Open a sentence or clause with a capital and are no first name. */
export const capitalOpeners = wordSet(`
  reenter reenters re-enter re-enters enter enters exit exits exeunt then now here there when while where as and but
  or so yet if after before behind beside near with without for from to on in at by of off out over under inside
  outside across around past through because though although since until unless that this these those his her their
  our my its the a an poor dear both only even just still again soon later meanwhile maybe perhaps see find follow
  show meet reveal watch not no all every another close wide angle back suddenly`)

/** What comes and goes at the head of a sentence and has no name: "Smoke enters through the vent". */
export const unnamedMovers = wordSet(`
  rain smoke light sunlight moonlight daylight darkness water wind fog mist dust snow air music sound silence laughter traffic blood fire nobody somebody
  someone everybody everyone anyone noone none nothing something everything all both others people who whoever he she it they you one two three time
  death night day morning dawn dusk steam gas music applause thunder lightning panic camera credits sunshine warmth cold heat`)

/** Languages and peoples: "in fast DANISH", "GERMAN SUBTITLES" name nobody. */
export const languageWords = wordSet(`
  english german french spanish italian portuguese dutch danish swedish norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian
  russian ukrainian serbian croatian greek turkish arabic hebrew yiddish persian farsi hindi urdu bengali tamil mandarin cantonese chinese japanese korean
  thai vietnamese latin gaelic welsh irish scottish british american canadian mexican brazilian australian african asian european indian subtitles`)
