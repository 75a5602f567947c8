import type { TableName } from './tables'

/** The table names, parents before children, without loading the schemas. */
export const tableNames = [
  'project', 'media', 'scripts', 'scenes', 'sceneStates', 'shots', 'assets', 'looks', 'sceneAssetInstances', 'assignments', 'transformations',
  'blockings', 'seams', 'merges', 'neverMerges', 'suggestions', 'aliasProposals', 'templates', 'dismissals', 'promptVersions', 'takes', 'passes',
  'takePlaces', 'takeChoices', 'resultMarks', 'planEdits',
] as const satisfies readonly TableName[]
