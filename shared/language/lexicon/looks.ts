import { wordSet } from './wordSet'

/** What a description of somebody is made of, beside the nouns for persons (people.ts). */

/** How somebody looks, in one word; words in -ed and hyphenated ones too: "freckled", "red-haired", "rain-soaked". */
export const lookAdjectives = wordSet(`
  tall short small tiny little big large huge slim thin slender skinny lean lanky gaunt bony fat plump chubby stout
  stocky burly heavy muscular athletic fit frail old older elderly young younger aged teenage middle-aged ancient
  ageless bald balding blond blonde brunette redhead ginger dark dark-skinned pale tan tanned black white brown asian
  grey gray grizzled hairy barefoot shirtless naked nude topless masked unmasked armed bare wet dry dirty muddy dusty
  bloody sweaty scruffy shabby ragged messy neat tidy elegant smart handsome beautiful pretty ugly plain stern grim
  weary sleepy drunk sober sick ill blind one-eyed pregnant clean-shaven unshaven freckly curly curvy wiry wizened
  toothless androgynous bespectacled hooded cloaked transparent translucent golden silver ghostly furry fluffy green
  red blue yellow orange purple pink violet drenched empty full broken open closed rusty wooden metal glass shiny new`)

/** Pieces of clothing. */
export const garments = wordSet(`
  coat raincoat overcoat jacket blazer suit tuxedo dress gown skirt blouse shirt t-shirt tee sweater jumper pullover
  cardigan hoodie sweatshirt vest waistcoat apron uniform scrubs overalls dungarees robe kimono cloak cape veil
  shorts jeans trousers pants leggings tights stockings pyjamas pajamas swimsuit bikini trunks armour armor costume
  outfit clothes rags jumpsuit tracksuit boiler-suit coveralls dressing-gown bathrobe nightgown nightshirt parka anorak
  trenchcoat windbreaker sari turtleneck polo singlet corset petticoat kilt leotard tutu toga tunic smock poncho shawl
  wetsuit spacesuit overall oilskins onesie bodysuit fatigues breeches jodhpurs pinafore cassock kaftan fleece
  boots shoes sandals slippers sneakers trainers heels socks wellingtons clogs galoshes stilettos`)

/** What is worn: "in a red coat". */
export const wornThings = wordSet(
  garments,
  'cashmere velvet silk wool linen lace sequins leather denim tweed black white red blue green yellow grey gray pink purple orange brown gold',
)

/** What is part of somebody or is carried: "with a scar". */
export const lookFeatures = wordSet(`
  hair beard moustache mustache goatee stubble sideburns whiskers eyebrows eyelashes freckles wrinkles scar scars
  tattoo tattoos piercing piercings dimples skin complexion face eye eyes nose nostrils mouth lips teeth tooth chin
  jaw jawline cheeks cheekbones forehead head skull neck shoulders arms hands fingers legs feet belly chest build
  frame figure voice limp bun ponytail braid braids bob curls locs dreadlocks dreads mohawk fringe bangs plaits wig
  glasses spectacles sunglasses goggles monocle eyepatch patch mask hat cap beret helmet headset headphones headscarf
  scarf tie bow-tie gloves glove ring rings earring earrings necklace chain brooch watch belt bag backpack satchel
  handbag suitcase briefcase cane crutch crutches stick umbrella sword knife gun pistol rifle camera clipboard wings
  tail horns halo hump paunch accent make-up makeup collar turban hood visor defenders lanyard badge`)

/** Of those what takes no article: "with silver hair"; plurals too. */
export const massFeatures = wordSet('hair stubble skin headphones teeth feet make-up makeup')

/** With one of these a description in another language begins that is no noun: "mit rotem Haar", "con barba". */
export const foreignOpeners = wordSet(`
  mit ohne im beim trägt hat ist en avec sans au aux porte dans con sin en el la lleva tiene es senza nel con com sem
  um uma med utan i på z w s v`)
