import { wordSet } from './wordSet'

/**
 * Things that somebody made and a hand can hold, wear, open or drive: handled once they are a prop of the story. Any other thing has to come again. Singular.
 */
export const propNouns = wordSet(`
  accordion acorn album amulet anchor apple apron arrow ashtray axe backpack badge bag balloon bandage banjo banner barrel baseball basket bat baton battery
  bayonet beaker beer bell belt bible bicycle bike binder binoculars blade blanket blindfold bomb bone book bottle bouquet bowl box bracelet branch bread
  briefcase broom brush bucket bullet bundle butter button cage cake calculator camcorder camera candle candlestick cane canister canvas card cardboard carton case cash
  cassette cellphone certificate chain chainsaw chalk champagne check chessboard chest chisel chocolate cigar cigarette clipboard clock club coat coffee
  coffin coin collar comb compass computer contract cookie cork costume crate crayon crossbow crowbar crown crucifix crutch crystal cup dagger
  dart deck device diamond diary dice document doll doughnut drum duffel dynamite earphone earring easel egg envelope eraser file film firecracker
  fiddle flag flare flashlight flask flower flute folder football fork frisbee fruit gadget garland gem gift glass globe glove goblet grail grenade
  guitar gun hairbrush hammer hamper handbag handcuff handkerchief hankie harmonica harness harp harpoon hat hatchet headphone headset helmet hook
  horn horseshoe hose hourglass iron jacket jar jewel jug kettle key keyboard keycard keyring kite knapsack knife knitting ladder ladle lamp lantern laptop lasso
  leash ledger lens letter lighter lipstick list loaf locket lollipop luggage lunchbox machete magazine magnet mallet manual manuscript map mask
  match matchbook matchbox medal medallion megaphone menu microphone microscope milk mirror mitten money mop moustache mug napkin necklace needle net newspaper
  noose note notebook notepad nugget oar orange package padlock pager pail paintbrush painting pan pancake parachute parasol parcel passport pearl pebble
  pen pencil pendant penknife phone photo photograph piano picture pie pill pillow pin pipe pistol pitcher pitchfork pizza plank plant plate polaroid popcorn postcard poster
  pot potion pouch present projector puppet purse puzzle quill racket radio rattle razor receipt receiver recorder remote revolver ribbon rifle ring rock rod
  roller rope rosary rose rucksack ruler sack saddle salt sandwich satchel saucer saw saxophone scalpel scarf scepter sceptre scissors screwdriver scroll scythe
  seed shawl sheet shell shield shoe shotgun shovel sickle sign skateboard skull sled slingshot slipper snowball soap sock spade spanner spatula spear spellbook
  spoon spray staff stake stapler statue statuette stethoscope stick stone stool stopwatch straw string suitcase sunglasses surfboard sword syringe
  tablet tambourine tape teacup teapot teddy telegram telephone telescope tennis textbook thermometer thermos thread ticket tie toast toaster toolbox toothbrush torch totem
  towel toy transmitter tray treasure trinket trolley trombone trophy trowel trumpet trunk tube typewriter ukulele umbrella urn usb vase veil vest vial
  videotape violin visor voucher walkie-talkie wallet wand watch watermelon whip whistle wig wine wrapper wreath wrench yo-yo zipper
  ambulance boat bus cab canoe cart car jeep limousine moped motorbike motorcycle rowboat scooter sedan sleigh stroller taxi tractor truck van wagon wheelbarrow
  wheelchair`)

/** The same in other languages, as they stand behind an article. */
export const foreignPropNouns = wordSet(`
  brief schlüssel koffer tasche messer pistole gewehr buch brille flasche glas tasse teller kuchen blume blumen blumenstrauß uhr ring kette hut mantel schirm regenschirm
  handy telefon kamera foto fotos zeitung zettel umschlag paket geschenk kerze laterne taschenlampe lampe puppe ball karte besen hammer axt seil korb eimer kissen decke
  lettre clé clés valise sac couteau pistolet fusil livre lunettes bouteille verre tasse assiette gâteau fleurs montre bague collier chapeau manteau parapluie téléphone
  journal enveloppe paquet cadeau bougie lanterne lampe poupée ballon carte balai marteau hache corde panier seau couverture
  carta llave llaves maleta bolsa bolso cuchillo pistola escopeta libro gafas botella vaso taza plato pastel flores reloj anillo collar sombrero abrigo paraguas teléfono
  móvil cámara foto periódico sobre paquete regalo vela farol linterna muñeca pelota escoba martillo hacha cuerda cesta cubo manta
  lettera chiave chiavi valigia borsa coltello pistola fucile libro occhiali bottiglia bicchiere tazza piatto torta fiori orologio anello collana cappello cappotto ombrello
  telefono cellulare giornale busta pacco regalo candela lanterna torcia bambola palla scopa martello ascia corda cesto secchio coperta`)

/** What stands before a thing in those languages. */
export const foreignOwners = wordSet(
  'der die das den dem ein eine einen einem einer seinen seine seinem seiner ihren ihre ihrem ihrer le la les un une des son sa ses leur el los las una su sus il lo gli i uno suo sua suoi',
)
