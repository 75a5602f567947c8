import type { NodeInput, NodeMap } from '@shared/model/profile'
import { linkOf, type Workflow } from '@shared/model/workflow'
import { GeneratorError } from '../generatorContract'

/** What goes into a workflow. */
export interface Filling {
  readonly prompt: string
  /** The server's names of the uploaded pictures, in their order. */
  readonly images: readonly string[]
  /** The server's name of the mask; null where the workflow takes none. */
  readonly mask: string | null
  readonly width: number
  readonly height: number
  readonly seed: number
  /** How many frames a clip has; null = a picture. */
  readonly frames: number | null
}

/** Inputs that nodes of a class cannot do without; null where the server does not say. */
export type RequiredInputs = (classType: string) => Promise<ReadonlySet<string> | null>

/**
 * The workflow with prompt, pictures, size and seed in their nodes (backends.md 1): values are set, never pasted into text. Nodes for pictures that are not sent
 * are taken out, with whatever cannot be without them, so that no picture of the workflow's author slips in.
 * @throws GeneratorError `config` where something could not be sent, or the workflow cannot do with so few pictures
 */
export async function fillGraph(
  workflow: Workflow,
  map: NodeMap,
  filling: Filling,
  requiredInputs: RequiredInputs,
): Promise<Workflow> {
  const graph = structuredClone(workflow)
  if (filling.images.length > map.images.length)
    throw new GeneratorError(
      'config',
      `Not sent: ${filling.images.length} pictures are to go along and the workflow takes ${map.images.length}. Choose a node for each under Generators.`,
    )
  if (!map.prompt) throw new GeneratorError('config', 'Not sent: choose the node that the words of the prompt go to.')
  const put = (at: NodeInput | null, value: unknown, what: string): void => {
    if (!at) return
    const node = graph[at.node]
    if (!node) throw new GeneratorError('config', `Not sent: the workflow has no node ${at.node} for ${what}.`)
    node.inputs[at.input] = value
  }
  put(map.prompt, filling.prompt, 'the prompt')
  put(map.width, filling.width, 'the width')
  put(map.height, filling.height, 'the height')
  put(map.seed, filling.seed, 'the seed')
  if (filling.mask !== null) put(map.mask, filling.mask, 'the mask')
  if (filling.frames !== null) put(map.length, filling.frames, 'the length')
  filling.images.forEach((image, i) => put(map.images[i]!, image, `image #${i + 1}`))
  const kept = new Set([map.prompt.node, ...(map.output === null ? [] : [map.output])])
  for (const { node } of map.images.slice(filling.images.length)) await takeOut(graph, node, kept, requiredInputs)
  return graph
}

/** Takes a node out; what is linked to it loses the input, and goes too where it needs it. */
async function takeOut(
  graph: Workflow,
  id: string,
  kept: ReadonlySet<string>,
  requiredInputs: RequiredInputs,
): Promise<void> {
  if (!graph[id]) return
  if (kept.has(id))
    throw new GeneratorError(
      'config',
      'Not sent: the workflow needs more pictures in every call than this pass has. Use one whose picture inputs are optional.',
    )
  delete graph[id]
  for (const [other, node] of Object.entries(graph)) {
    const lost = Object.keys(node.inputs).filter((name) => linkOf(node.inputs[name])?.node === id)
    if (!lost.length) continue
    for (const name of lost) delete node.inputs[name]
    const required = await requiredInputs(node.class_type)
    if (lost.some((name) => required?.has(name))) await takeOut(graph, other, kept, requiredInputs)
  }
}
