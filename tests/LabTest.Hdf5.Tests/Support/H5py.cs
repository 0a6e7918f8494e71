using System.Text.Json;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests.Support;

/// <summary>A Python that stays open and looks into files with h5py: what a snippet assigns to <c>result</c> comes back as JSON.</summary>
internal sealed class H5py : IAsyncDisposable
{
    private const string Loop = """
        import json, sys, base64, traceback
        import h5py, numpy as np

        def plain(v):
            if isinstance(v, np.ndarray):
                return [plain(x) for x in v] if v.ndim else plain(v[()])
            if isinstance(v, np.void):
                return {n: plain(v[n]) for n in v.dtype.names} if v.dtype.names else base64.b64encode(v.tobytes()).decode()
            if isinstance(v, (bytes, np.bytes_)):
                return bytes(v).decode('utf-8', 'replace')
            if isinstance(v, np.generic):
                v = v.item()
            if isinstance(v, float):
                return v if np.isfinite(v) else str(v)
            if isinstance(v, complex):
                return [v.real, v.imag]
            if isinstance(v, (list, tuple)):
                return [plain(x) for x in v]
            if isinstance(v, dict):
                return {str(k): plain(x) for k, x in v.items()}
            if isinstance(v, (str, int, bool)) or v is None:
                return v
            return str(v)

        keep = {}
        for line in sys.stdin:
            names = {'h5py': h5py, 'np': np, 'keep': keep, 'result': None, **json.loads(line)}
            try:
                exec(names['code'], names)
                answer = {'result': plain(names['result'])}
            except Exception:
                answer = {'error': traceback.format_exc()}
            print(json.dumps(answer), flush=True)
        """;

    private readonly ForeignProcess _process;

    private H5py(ForeignProcess process) => _process = process;

    public static async Task<H5py> Start() => new(await ForeignTool.H5py.Start(Loop));

    /// <summary>Runs a snippet with <c>path</c> and <c>f</c>, the file opened for reading, and gives its <c>result</c>.</summary>
    public Task<JsonElement> Read(string path, string code) => Run(path, $"with h5py.File(path, 'r') as f:\n{Indent(code)}");

    /// <summary>Runs a snippet with <c>path</c> and gives its <c>result</c>.</summary>
    public async Task<JsonElement> Run(string path, string code)
    {
        var token = TestContext.Current.CancellationToken;
        await _process.Input.WriteLineAsync(JsonSerializer.Serialize(new { path, code }));
        await _process.Input.FlushAsync(token);
        var answer = JsonDocument.Parse(await _process.ReadLine(token)).RootElement;
        if (answer.TryGetProperty("error", out var error))
            throw new InvalidOperationException(error.GetString());
        return answer.GetProperty("result");
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string Indent(string code) => string.Join('\n', code.Split('\n').Select(l => "    " + l));
}
