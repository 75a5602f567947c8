import { defineSheet } from '../app/sheets'
import { NewAsset } from './members/NewAsset'
import { PromptVersions } from './prompts/PromptVersions'
import { RewriteSheet } from './prompts/RewriteSheet'

export const newAssetSheet = defineSheet('shot.newAsset', NewAsset)
export const rewriteSheet = defineSheet('shot.rewritePrompt', RewriteSheet)
export const promptVersionsSheet = defineSheet('shot.promptVersions', PromptVersions)
export const shotSheets = [newAssetSheet, rewriteSheet, promptVersionsSheet]
