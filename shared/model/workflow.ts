import { z } from 'zod'

/** A node of a workflow in ComfyUI's API format: a value of an input, or a link [node, output]. */
const workflowNodeSchema = z.looseObject({
  class_type: z.string().min(1).max(300),
  inputs: z.record(z.string(), z.unknown()),
  _meta: z.looseObject({ title: z.string().max(1000).optional() }).optional(),
})
export type WorkflowNode = z.infer<typeof workflowNodeSchema>

const workflowSchema = z.record(z.string(), workflowNodeSchema)
export type Workflow = z.infer<typeof workflowSchema>

/** A workflow in API format ("File, Export (API)"); null for anything else, as the form ComfyUI saves for itself. */
export function parseWorkflow(text: string): Workflow | null {
  try {
    const parsed = workflowSchema.safeParse(JSON.parse(text))
    return parsed.success && Object.keys(parsed.data).length > 0 ? parsed.data : null
  } catch {
    return null
  }
}

/** The node and output an input is linked to; null for a value. */
export function linkOf(value: unknown): { node: string; output: number } | null {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'number'
    ? { node: value[0], output: value[1] }
    : null
}
