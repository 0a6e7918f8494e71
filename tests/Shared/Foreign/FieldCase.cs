using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace LabTest.Testing.Foreign;

/// <summary>
/// A case from the field (tests/Interop/cases): a small instrument in a process of its own on a free loopback port, with a profile and a
/// station file that points at it, in a folder of their own that a test may change before it opens the station.
/// </summary>
internal sealed class FieldCase : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly TemporaryFolder _folder;
    private readonly ForeignProcess _process;
    private readonly List<string> _output = [];
    private readonly Task _reading;

    private FieldCase(TemporaryFolder folder, ForeignProcess process, int port)
    {
        _folder = folder;
        _process = process;
        Port = port;
        var lines = process.Output;     // the process has none once it is disposed
        _reading = Task.Run(() => Keep(lines));
    }

    /// <summary>The folder with the case's files.</summary>
    public string Folder => _folder.Path;

    /// <summary>The station file, its port filled in.</summary>
    public string Station => _folder["station.yaml"];

    /// <summary>The profile.</summary>
    public string Profile => _folder["profile.yaml"];

    /// <summary>Where the instrument listens.</summary>
    public int Port { get; }

    /// <summary>What it has written so far: what it was sent (<c>&lt; 'VOLT 5'</c>), what it sent, connections.</summary>
    public IReadOnlyList<string> Output
    {
        get
        {
            lock (_output)
                return [.. _output];
        }
    }

    /// <summary>Starts the instrument of a case; returns when it listens.</summary>
    /// <param name="name">The folder of the case.</param>
    /// <param name="arguments">What its program is given after the port.</param>
    public static async Task<FieldCase> Start(string name, params string[] arguments)
    {
        var cases = Path.Combine(Repository.Root, "tests", "Interop", "cases");
        var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(cases, name)))
            File.Copy(file, folder[Path.GetFileName(file)]);
        var port = FreePort();
        await File.WriteAllTextAsync(folder["station.yaml"], (await File.ReadAllTextAsync(folder["station.yaml"])).Replace("@PORT@", $"{port}", StringComparison.Ordinal));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PYTHONPATH"] = cases, ["PYTHONDONTWRITEBYTECODE"] = "1", ["PYTHONUNBUFFERED"] = "1" };
        var process = await ForeignTool.Python.Start(folder.Path, environment, ["fake.py", port.ToString(CultureInfo.InvariantCulture), .. arguments]);
        var started = new FieldCase(folder, process, port);
        await started.Until(() => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(l => l.Port == port), "it listens");
        return started;
    }

    /// <summary>Changes the profile, which is read when the station is opened.</summary>
    public void EditProfile(Func<string, string> edit) => File.WriteAllText(Profile, edit(File.ReadAllText(Profile)));

    /// <summary>Waits until the instrument has written a line that fits.</summary>
    public Task<string> WaitFor(Func<string, bool> fits, string what) => WaitForCount(fits, 1, what);

    /// <summary>Waits until the instrument has written so many lines that fit, and gives the last of them.</summary>
    public async Task<string> WaitForCount(Func<string, bool> fits, int count, string what)
    {
        await Until(() => Output.Count(fits) >= count, what);
        return Output.Where(fits).ElementAt(count - 1);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _reading;
        _folder.Dispose();
    }

    private async Task Until(Func<bool> holds, string what)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!holds())
        {
            if (_reading.IsCompleted || patience.IsCancellationRequested)
                throw new InvalidOperationException($"The instrument {(_reading.IsCompleted ? "ended" : "went on")}, but not that {what}. It wrote:\n{string.Join('\n', Output)}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private async Task Keep(StreamReader lines)
    {
        while (await lines.ReadLineAsync(CancellationToken.None) is { } line)
        {
            lock (_output)
                _output.Add(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
