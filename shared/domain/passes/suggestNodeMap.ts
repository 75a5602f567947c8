import type { NodeInput, NodeMap } from '../../model/profile'
import { linkOf, type Workflow, type WorkflowNode } from '../../model/workflow'

type Entry = readonly [id: string, node: WorkflowNode]

/**
 * Where in a workflow prompt, pictures, size and seed go, by titles such as "[sb:prompt]" or "[sb:ref:0]", else by the classes of the nodes and
 * how they are linked (backends.md 1). What is not certain stays null for the user to choose.
 */
export function suggestNodeMap(workflow: Workflow): NodeMap {
  const nodes = inOrder(workflow)
  const size =
    nodes.find(([, { class_type }]) => /^Empty.*Latent/i.test(class_type)) ??
    nodes.find(([, { inputs }]) => ['width', 'height', 'length'].every((name) => name in inputs))
  return {
    prompt: promptInput(workflow, nodes),
    images: imageInputs(workflow, nodes),
    width: valueInput(tagged(nodes, 'width') ?? size, ['width']),
    height: valueInput(tagged(nodes, 'height') ?? size, ['height']),
    seed: valueInput(
      tagged(nodes, 'seed') ?? nodes.find(([, node]) => 'seed' in node.inputs || 'noise_seed' in node.inputs),
      ['seed', 'noise_seed'],
    ),
    length: valueInput(tagged(nodes, 'length') ?? size, ['length', 'num_frames', 'frames']),
    mask: valueInput(tagged(nodes, 'mask') ?? onlyMask(nodes), ['image']),
    output: (tagged(nodes, 'output') ?? outputOf(nodes))?.[0] ?? null,
  }
}

/** Nodes in the order of their numbers. */
function inOrder(workflow: Workflow): Entry[] {
  return Object.entries(workflow).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
}

const titleOf = (node: WorkflowNode) => node._meta?.title ?? ''
const tagged = (nodes: readonly Entry[], tag: string) =>
  nodes.find(([, node]) => titleOf(node).toLowerCase().includes(`[sb:${tag}]`))

/** The one node that loads a mask, if there is just one. */
function onlyMask(nodes: readonly Entry[]): Entry | undefined {
  const masks = nodes.filter(([, { class_type }]) => class_type === 'LoadImageMask')
  return masks.length === 1 ? masks[0] : undefined
}

/** The first of these inputs that a node has as a value; a link decides it elsewhere. */
function valueInput(entry: Entry | undefined, names: readonly string[]): NodeInput | null {
  if (!entry) return null
  const [id, node] = entry
  const input = names.find((name) => name in node.inputs && linkOf(node.inputs[name]) === null)
  return input === undefined ? null : { node: id, input }
}

const textInputs = ['text', 'prompt', 'value', 'string']

/** The words go to what a sampler takes as positive, else to the only text there is. */
function promptInput(workflow: Workflow, nodes: readonly Entry[]): NodeInput | null {
  const named = valueInput(tagged(nodes, 'prompt'), textInputs)
  if (named) return named
  for (const [, node] of nodes) {
    const positive = textBehind(workflow, linkOf(node.inputs['positive'])?.node, new Set())
    if (positive) return positive
  }
  const texts = nodes.filter(
    ([, node]) => /TextEncode|String|Text|Prompt/i.test(node.class_type) && !/negative/i.test(titleOf(node)),
  )
  const inputs = texts.flatMap((entry) => valueInput(entry, textInputs) ?? [])
  return inputs.length === 1 ? inputs[0]! : null
}

/** Follows links back from a node until a node holds the words themselves. */
function textBehind(workflow: Workflow, id: string | undefined, seen: Set<string>): NodeInput | null {
  const node = id === undefined ? undefined : workflow[id]
  if (!node || seen.has(id!)) return null
  seen.add(id!)
  const own = textInputs.find((name) => typeof node.inputs[name] === 'string')
  if (own) return { node: id!, input: own }
  for (const name of [...textInputs, 'conditioning', 'positive', ...Object.keys(node.inputs)]) {
    const found = textBehind(workflow, linkOf(node.inputs[name])?.node, seen)
    if (found) return found
  }
  return null
}

/** Pictures in the order of their tags; else as the nodes that take them number them (image1, image2; start_image, end_image); else by node number. */
function imageInputs(workflow: Workflow, nodes: readonly Entry[]): NodeInput[] {
  const loads = nodes.filter(([, node]) => /^LoadImage(?!Mask)/.test(node.class_type) && 'image' in node.inputs)
  const tags = loads.flatMap((entry) => {
    const number = /\[sb:ref:(\d+)\]/i.exec(titleOf(entry[1]))?.[1]
    return number === undefined ? [] : [{ entry, place: Number(number) }]
  })
  const chosen = tags.length
    ? tags.sort((a, b) => a.place - b.place).map(({ entry }) => entry)
    : loads
        .map((entry, at) => ({ entry, at, place: numberedUse(workflow, entry[0], new Set()) }))
        .sort((a, b) => a.place - b.place || a.at - b.at)
        .map(({ entry }) => entry)
  return chosen.map(([node]) => ({ node, input: 'image' }))
}

/** Nodes that make clips name their stills. */
const clipEnd = (name: string) =>
  /^(?:start|first)_?(?:image|frame)$/i.test(name) ? 1 : /^(?:end|last)_?(?:image|frame)$/i.test(name) ? 2 : undefined

/** 2 for a picture that ends, over however many nodes, in an input called image2; Infinity without such a use. */
function numberedUse(workflow: Workflow, id: string, seen: Set<string>): number {
  if (seen.has(id)) return Infinity
  seen.add(id)
  let least = Infinity
  for (const [other, node] of Object.entries(workflow))
    for (const [name, value] of Object.entries(node.inputs)) {
      if (linkOf(value)?.node !== id) continue
      const number = /^image_?(\d+)$/i.exec(name)?.[1] ?? clipEnd(name)
      least = Math.min(least, number === undefined ? numberedUse(workflow, other, seen) : Number(number))
    }
  return least
}

/** What saves a clip or a picture, else what shows one. */
function outputOf(nodes: readonly Entry[]): Entry | undefined {
  return (
    nodes.findLast(([, { class_type }]) => /^SaveVideo$|VideoCombine$/.test(class_type)) ??
    nodes.findLast(([, { class_type }]) => class_type === 'SaveImage') ??
    nodes.findLast(([, { class_type }]) => /^Save.*Image/i.test(class_type)) ??
    nodes.findLast(([, { class_type }]) => class_type === 'PreviewImage')
  )
}
