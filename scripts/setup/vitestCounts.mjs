/** @typedef {{ fullName: string, status: string }} TestResult */
/** @typedef {{ testResults: { name: string, status: string, assertionResults: TestResult[] }[] }} VitestReport Of Vitest's JSON report what is counted. */

const OPTIONAL = '[optional]'

/**
 * What a run of Vitest came to, from its JSON report (undefined when it wrote none) and exit code:
 * `{passed, failed, notRun}`. `notRun` names the tests that were skipped; they count as failed,
 * because a check that does not run proves nothing. Only "[optional]" in the name permits it.
 * @param {VitestReport | undefined} report
 * @param {number} exitCode
 */
export function countVitest(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, notRun: /** @type {string[]} */ ([]) }
  /** @type {string[]} */
  const notRun = []
  let passed = 0
  let failed = 0
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed++
      else if (test.status === 'failed') failed++
      else if (!test.fullName.includes(OPTIONAL)) notRun.push(`${test.fullName} (${file.name})`)
    }
    const couldNotRun = file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
    if (couldNotRun) failed++
  }
  // An error outside of any test fails the run as a whole, and so does finding no tests.
  if (exitCode !== 0 && failed === 0) failed++
  return { passed, failed: failed + notRun.length, notRun }
}
