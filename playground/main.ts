import dotenv from 'dotenv';
import { runPlayground } from './run.ts';

/** `npm run playground`: the playground, whatever token is set. */
dotenv.config({ quiet: true });
await runPlayground(process.env['CORPUS_DIR']?.trim() ?? 'corpus');
