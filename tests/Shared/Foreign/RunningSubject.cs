using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LabTest.Testing.Foreign;

/// <summary>An experiment or a script that goes on until it is stopped, in the middle of its run.</summary>
internal sealed class RunningSubject : IAsyncDisposable
{
    private readonly ForeignProcess _started;
    private readonly StreamReader _told;

    private RunningSubject(ForeignProcess started, StreamReader told, int process, string run)
    {
        _started = started;
        _told = told;
        Process = process;
        Run = run;
    }

    /// <summary>The process that runs the experiment.</summary>
    public int Process { get; }

    /// <summary>The folder of the run.</summary>
    public string Run { get; }

    /// <summary>Starts it, and returns when it has taken some measurements.</summary>
    /// <param name="start">Starts the process, with a port to tell on.</param>
    /// <param name="measurements">How many it takes first.</param>
    public static async Task<RunningSubject> Start(Func<string, ForeignProcess> start, int measurements = 20) =>
        await TryStart(start, measurements) ?? throw new InvalidOperationException("The subject ended before its experiment began.");

    /// <summary>Starts it, and returns when it has taken a measurement, or its last.</summary>
    /// <param name="start">Starts the process, with a port to tell on.</param>
    /// <param name="measurements">How many it takes first.</param>
    /// <returns>Null if the process ended before its experiment began.</returns>
    public static async Task<RunningSubject?> TryStart(Func<string, ForeignProcess> start, int measurements = 1)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var process = start(((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
        using var accepting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var accepted = listener.AcceptTcpClientAsync(accepting.Token).AsTask();
        if (await Task.WhenAny(accepted, process.WaitForExit(cancellation)) != accepted)
        {
            await accepting.CancelAsync();
            return null;
        }

        var client = await accepted;
        var told = new StreamReader(client.GetStream());
        var first = (await told.ReadLineAsync(cancellation))!.Split(' ', 2);
        for (var i = 0; i < measurements; i++)
            await told.ReadLineAsync(cancellation);
        return new RunningSubject(process, told, int.Parse(first[0], CultureInfo.InvariantCulture), first[1]);
    }

    /// <summary>Sends a signal to the process that runs the experiment.</summary>
    public Task Signal(string name) => Signal(name, Process);

    public static async Task Signal(string name, int process)
    {
        // The shell's own kill: the program of that name is not on every machine.
        await using var kill = ForeignProcess.Start("sh", ["-c", "kill -s \"$0\" \"$1\"", name, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.ReadToEnd(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the process has gone.</summary>
    /// <returns>How many measurements it said it had taken.</returns>
    public async Task<int> Gone()
    {
        var last = 0;
        try
        {
            while (await _told.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
                last = int.TryParse(line, CultureInfo.InvariantCulture, out var number) ? number : last;
        }
        catch (IOException)
        {
            // A killed process resets its connection.
        }

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(Process);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (ArgumentException)
        {
            // It has gone already.
        }

        return last;
    }

    /// <summary>The exit code of the process that was started.</summary>
    public Task<int> ExitCode() => _started.WaitForExit(TestContext.Current.CancellationToken);

    /// <summary>What the process that was started has written.</summary>
    public Task<string> Output() => _started.Output.ReadToEndAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _started.DisposeAsync();
        _told.Dispose();
        try
        {
            using var left = System.Diagnostics.Process.GetProcessById(Process);
            left.Kill();
        }
        catch (ArgumentException)
        {
            // It has gone.
        }
    }
}
