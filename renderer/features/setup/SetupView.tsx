import { ProjectSettings } from './ProjectSettings'
import { SceneOrder } from './SceneOrder'
import styles from './SetupView.module.css'

/** Left the settings of the project, right its scenes in order. What is changed is saved at once and can be undone. */
export function SetupView() {
  return (
    <div className={styles.columns}>
      <ProjectSettings />
      <SceneOrder />
    </div>
  )
}
