namespace LabTest.Hdf5.Tests.Support;

/// <summary>Looks into a file of the workload with h5py: all that a checkpoint promised is there, and nothing that is there is torn.</summary>
internal static class CrashCheck
{
    /// <summary>Python that checks the open file <c>f</c> against <c>wanted</c>; <c>result</c> is a list of complaints.</summary>
    private const string Code = """
        def check(f, wanted):
            wrong = []
            def rows(name, d):
                a = d[()]
                n = len(a)
                kind = name.rsplit('/', 1)[-1][0]
                if kind == 's':
                    good = all(v == f'row {i} {"x" * (i % 50)}'.encode() for i, v in enumerate(a))
                else:
                    good = bool((a.ravel() == np.arange(a.size)).all())
                if not good:
                    wrong.append(f'{name} is torn at {n} rows')
                if n < wanted.get('/' + name, 0):
                    wrong.append(f'{name} has {n} rows of {wanted["/" + name]}')
            def visit(name, o):
                if isinstance(o, h5py.Dataset):
                    rows(name, o)
                elif name.rsplit('/', 1)[-1] == 'many':
                    links = {k: o.get(k, getlink=True).path for k in o}
                    if len(links) < wanted.get('/' + name, 0) or any(links[f'link {i}'] != f'/target/{i}' for i in range(len(links))):
                        wrong.append(f'{name} has {len(links)} links')
                    if len(o.attrs) < wanted.get('/' + name, 0) or any(o.attrs[f'attribute {i}'] != f'value {i}' for i in range(len(o.attrs))):
                        wrong.append(f'{name} has {len(o.attrs)} attributes')
                elif list(o.attrs.get('axes', [])) != ['time', 'value']:
                    wrong.append(f'{name} has no axes')
            f.visititems(visit)
            for key, value in wanted.items():
                path, _, attribute = key.partition('@')
                if attribute and f[path or '/'].attrs.get(attribute, 0) < value:
                    wrong.append(f'{key} is not {value}')
                elif not attribute and path not in f:
                    wrong.append(f'{path} is missing')
            return wrong
        """;

    public static async Task Check(H5py h5py, string path, string wanted, string because)
    {
        var wrong = await h5py.Run(path, $"""
            {Code}
            import json
            wanted = json.loads('''{wanted}''')
            result = ['a consistency flag is set'] if open(path, 'rb').read(12)[11] else []
            for swmr in (False, True):
                with h5py.File(path, 'r', swmr=swmr) as f:
                    result += check(f, wanted)
            """);
        wrong.Texts().Should().BeEmpty(because);
    }
}
