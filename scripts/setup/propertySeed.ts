import fc from 'fast-check'

// Property tests run on one seed, so that a run tells of the code and not of luck. EXEUNT_SEED=123 looks elsewhere.
fc.configureGlobal({ seed: Number(process.env['EXEUNT_SEED'] ?? 20_261_122) })
