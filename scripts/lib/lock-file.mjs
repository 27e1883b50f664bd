// What package-lock.json says. Pure.

/** The names (`name@version`, the version may be empty) that `npm ci` reports as missing from the lock file. */
export function missingFromLock(npmErrors) {
  const complaints = npmErrors.split('\n').filter((line) => /(Missing|Invalid): /.test(line));
  const missing = complaints.map((line) => /Missing: (\S+) from lock file/.exec(line)?.[1]);
  return missing.includes(undefined) ? [] : missing;
}

/** True when every missing package is only an optional dependency, of an exact version, of packages in the lock. */
export function otherSystemsOnly(missing, lock) {
  const owners = Object.values(lock.packages);
  return missing.every((entry) => {
    const name = entry.slice(0, entry.lastIndexOf('@'));
    const wanted = owners.filter((owner) => owner.dependencies?.[name] ?? owner.devDependencies?.[name]);
    const optional = owners.map((owner) => owner.optionalDependencies?.[name]).filter((range) => range !== undefined);
    return wanted.length === 0 && optional.length > 0 && optional.every((range) => /^\d+\.\d+\.\d+/.test(range));
  });
}

/**
 * Paths of packages that the lock names and that are not installed as it names them.
 * `installed` is npm's own record, node_modules/.package-lock.json; an optional package may be absent.
 */
export function differingPackages(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([path, wanted]) => {
      if (path === '') return false;
      const have = installed?.packages?.[path];
      if (have === undefined) return !(wanted.optional || wanted.devOptional);
      return have.version !== wanted.version || have.integrity !== wanted.integrity;
    })
    .map(([path]) => path);
}
