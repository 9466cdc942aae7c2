// The engine compiled to wasm and the native command line must export the same bytes.
//
// Usage: node run.mjs ENGINE_JS DAYCUT_CLI SCENARIOS_DIRECTORY OUTPUT_DIRECTORY
//
// Every scenario of the gallery is simulated twice; every exported file is compared by SHA-256. Where the
// scenario has golden files, what the wasm engine exports is compared with them as well. So are the reports for
// paper, and what a comparison of each scenario with the next says.

import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';

const [engineFile, commandLine, scenarios, output] = process.argv.slice(2);
const engine = createRequire(import.meta.url)(resolve(engineFile));

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** file name -> digest, as the wasm engine exports. */
function exportedByWasm(text) {
    const { status, run } = engine.simulate(text, () => {});
    if (!run) throw new Error(`the wasm engine answered ${JSON.stringify(status)} and no run`);
    const files = new Map(run.exports().map(({ file_name, bytes }) => [file_name, digest(bytes)]));
    run.free?.();
    return files;
}

/** file name -> digest, as the command line writes. */
function writtenByNative(file, directory) {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    execFileSync(commandLine, ['run', file, '--out', directory], { stdio: ['ignore', 'ignore', 'inherit'] });
    return new Map(readdirSync(directory).map((name) => [name, digest(readFileSync(join(directory, name)))]));
}

/** Sentences about every file that is missing on one side or differs. */
function differences(wasm, native) {
    const names = [...new Set([...wasm.keys(), ...native.keys()])].sort();
    return names.flatMap((name) => {
        if (!native.has(name)) return [`${name} is exported by wasm only`];
        if (!wasm.has(name)) return [`${name} is written by the command line only`];
        return wasm.get(name) === native.get(name) ? [] : [`${name} differs`];
    });
}

/** Sentences about every golden file of a scenario that the wasm engine does not export as it is. */
function offGolden(wasm, directory) {
    const golden = readdirSync(directory).filter((name) => wasm.has(name));
    goldens += golden.length;
    const differs = (name) => wasm.get(name) !== digest(readFileSync(join(directory, name)));
    return golden.filter(differs).map((name) => `${name} is not the golden file`);
}

const native = (...words) => execFileSync(commandLine, words, { maxBuffer: 1 << 28 });

/** The digest of a report's style sheet, as a content security policy names it. */
function styleDigest(html) {
    const style = html.toString().split('<style>')[1].split('</style>')[0];
    return `sha256-${createHash('sha256').update(style).digest('base64')}`;
}

/** Sentences about reports for paper that differ, in either language, or that the page's policy would not style. */
function offPaper(file) {
    const { run } = engine.simulate(readFileSync(file, 'utf8'));
    const policy = readFileSync('index.html', 'utf8');
    const wrong = ['zh', 'en'].flatMap((lang) => {
        const written = native('--lang', lang, 'report', file);
        const named = styleDigest(written);
        return [
            ...(digest(run.report(lang).bytes) === digest(written) ? [] : [`the report in ${lang} differs`]),
            ...(policy.includes(named) ? [] : [`index.html does not allow the report's style sheet: '${named}'`]),
        ];
    });
    run.free();
    return wrong;
}

/** A sentence if both say something else about two scenarios. */
function offComparison(a, b) {
    const [first, second] = [a, b].map((file) => engine.simulate(readFileSync(file, 'utf8')).run);
    const wasm = JSON.stringify(first.compare(second, '0.0435'));
    const told = JSON.stringify(JSON.parse(native('compare', a, b, '--annual-rate', '0.0435', '--json')));
    first.free();
    second.free();
    return wasm === told ? [] : [`compared with ${basename(b)} it differs`];
}

let compared = 0;
let goldens = 0;
const complaints = [];
const entries = readdirSync(scenarios).filter((name) => name.endsWith('.json')).sort();
for (const [place, entry] of entries.entries()) {
    const file = join(scenarios, entry);
    const next = join(scenarios, entries[(place + 1) % entries.length]);
    try {
        const wasm = exportedByWasm(readFileSync(file, 'utf8'));
        const written = writtenByNative(file, join(output, basename(entry, '.json')));
        compared += wasm.size;
        const wrong = [
            ...differences(wasm, written),
            ...offGolden(wasm, join('tests/cases', basename(entry, '.json'))),
            ...offPaper(file),
            ...offComparison(file, next),
        ];
        complaints.push(...wrong.map((text) => `${entry}: ${text}`));
    } catch (error) {
        complaints.push(`${entry}: ${error.stack ?? error}`);
    }
}
if (compared === 0 || goldens === 0) complaints.push('nothing was compared');
for (const complaint of complaints) console.log(`WRONG ${complaint}`);
console.log(`${compared} files compared by SHA-256, ${goldens} of them with golden files, ${complaints.length} complaints`);
process.exitCode = complaints.length === 0 ? 0 : 1;
