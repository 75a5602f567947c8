/** The assets a tokenised text speaks of: `{{asset:ID}}`, `{{name:ID}}`, `{{image:ID}}`. */
export function mentionedAssets(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(?:asset|name|image):([^{}]+)\}\}/g)].map((match) => match[1]!))]
}
