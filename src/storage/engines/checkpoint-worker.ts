import { parentPort, workerData } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';

// `checkpointsAside` starts this thread with the file, and sends nothing but these two words.
const { file } = workerData as { file: string };
const connection = new SqliteDatabase(file);
connection.pragma('synchronous = NORMAL');

parentPort?.on('message', (word: 'checkpoint' | 'close') => {
  if (word === 'checkpoint') {
    // Passive: it waits for nobody, and nobody waits for it; what it has to leave the next one takes.
    connection.pragma('wal_checkpoint(PASSIVE)');
    return;
  }
  connection.close();
  parentPort?.close();
});
