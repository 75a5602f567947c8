import { formsOf } from './verbForms'
import { wordList } from './wordList'
import { wordSet } from './wordSet'

const forms = (lemmas: string, own: (form: string) => boolean): string =>
  wordList(lemmas)
    .flatMap((lemma) => [...formsOf(lemma)].flatMap(([word, { form }]) => (own(form) ? [word] : [])))
    .join(' ')

/** Only who lives does these: whoever does one is a character, whatever article stands before. */
const livingDoings = `
  smile laugh yawn glare stare talk speak say whisper nod sigh frown grin cry weep sob eat drink sleep wake listen watch think dream wonder pray beg
  plead argue smoke kneel crouch shrug wink blink sniff sneeze cough chuckle giggle snicker smirk scowl squint wince flinch shiver shudder tremble gasp
  mutter murmur mumble hesitate pretend ponder remember forget realize recognize notice study examine inspect search wipe scratch rub hug kiss embrace
  greet dance sing hum pace limp sprint jog tiptoe stroll saunter swagger trudge stagger stumble undress dress shave write read type cook knit sew dig
  hunt steal fight punch wrestle apologize confess admit insist refuse agree obey salute bow curtsy applaud cheer mourn flee enter exit chew swallow sip
  gulp lick grab snatch grope fumble rummage juggle ponder shout yell scream holler bellow snore doze nap peer peek spy eavesdrop interrupt volunteer`
/** Mostly persons do these, but a thing may too: they make a character only of a name without an article. */
const usualDoings = `
  walk run sit stand look climb jump fall lean wait open close lift carry hold throw catch push pull drag drive ride point aim shoot reach bend turn step
  stride hurry rush dash dart crawl creep sneak hide follow join leave return arrive emerge approach appear come go stay remain stop pause rise lie
  pick put place set drop hand give take pass offer show pour fill light fold wrap pack unpack lock unlock dial phone call answer check count cut chop
  stir wash clean sweep mop polish paint draw sketch hammer saw drill build fix repair load unload reload fire strike hit kick slap shove grasp clutch
  grip squeeze stroke pat tap touch poke press tug yank toss fling hurl pocket wave beckon gesture signal shake raise lower tilt cock spin whirl swing
  slide slip roll tumble duck dodge dive swim row sail fly land play strum blow work serve bring fetch gather collect search feed milk saddle mount
  dismount board surface scan survey face confront block corner chase pursue lead guide escort usher help tend nurse bandage comfort calm wake tuck
  struggle strain sweat bleed vomit spit faint collapse die curse swear explain tell ask reply order command warn threaten tease mock mimic imitate
  photograph film record tape rehearse practice train exercise stretch wear zip button tie untie adjust straighten smooth comb brush brace steady steer
  swerve accelerate brake park honk gaze glance behave perform work hover linger loiter lurk settle squat slump sprawl huddle cower recoil retreat
  leap hop skip bounce rock sway nod twist wriggle squirm freeze relax breathe exhale inhale swallow bite taste smell hear see find lose buy sell pay
  hammer knock ring pound bang scribble sign stamp unroll unwrap unfold spread scatter sprinkle plant water rake shovel`

/** "digs", "wipes", and in the plural "dig": somebody with a name does them. */
export const personVerbs = wordSet(
  forms(livingDoings, (f) => f === 's' || f === 'base'),
  forms(usualDoings, (f) => f === 's' || f === 'base'),
)
/** "yawns", "glares": whoever does one lives. */
export const livingVerbs = wordSet(forms(livingDoings, (f) => f === 's'))
/** What somebody does to somebody: "bumps into TILDA", "greets ULF". */
export const socialVerbs = wordSet(
  forms(
    'greet meet hug kiss embrace join face confront approach follow help watch bump talk speak wave nod smile argue dance fight wink chat flirt whisper marry thank introduce recognize nudge comfort tackle interrogate arrest',
    (f) => f === 's' || f === 'ing',
  ),
)
