import { startHost } from '../../workbench/host';

/** How long the cluster may take to answer, in ms: longer than it takes to come up again. */
const PATIENT_MS = 120_000;

/** The workbench as a process of its own, which can be killed. */
const [opensearchUrl = '', port] = process.argv.slice(2);
const options = { opensearchUrl, port: Number(port), requestTimeout: PATIENT_MS };
startHost({ ...options, react: 18, say: console.log }).then(
  ({ url }) => console.log(`up at ${url}`),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  }
);
