import { config } from 'zod';

// The page's policy forbids code from text; without this, the checks would try it once and be refused aloud.
config({ jitless: true });
