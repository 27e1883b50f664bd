// Run under Node 24 and under Electron: opens an encrypted database with the given build of better-sqlite3,
// closes it, and reads it back. Prints "ok" or throws. Arguments: the module's folder, the binary, a file to write.
'use strict';
const { readFileSync, rmSync } = require('node:fs');

const [moduleFolder, nativeBinding, file] = process.argv.slice(2);
const Database = require(moduleFolder);

function open(key) {
  const database = new Database(file, { nativeBinding });
  database.pragma("cipher='chacha20'");
  database.pragma(`key='${key}'`);
  return database;
}

rmSync(file, { force: true });
const written = open('right');
written.exec("create virtual table t using fts5(a, tokenize='trigram')");
const insert = written.prepare('insert into t values (?)');
written.transaction(() => {
  for (let index = 0; index < 1000; index += 1) insert.run(`浙江省杭州市 ${index}`);
})();
written.close();

if (readFileSync(file).subarray(0, 15).toString('latin1') === 'SQLite format 3') throw new Error('not encrypted');

const read = open('right');
read.function('shout', (text) => `${text}!`);
const { n, s } = read.prepare("select count(*) n, shout('a') s from t where t match '杭州市'").get();
read.close();
if (n !== 1000 || s !== 'a!') throw new Error(`read back ${n} rows`);

const wrong = open('wrong');
let refused = false;
try {
  wrong.prepare('select * from t').all();
} catch {
  refused = true;
}
wrong.close();
rmSync(file, { force: true });
if (!refused) throw new Error('a wrong key was accepted');
console.log('ok');
