import { render } from 'preact';
import type { About } from '../wire.ts';
import { App } from './app.tsx';

const root = document.getElementById('room');
const response = await fetch('/api/about');
// The server of this very page wrote it, from the type of wire.ts.
const about = (await response.json()) as About;
if (root !== null) render(<App about={about} />, root);
