using System.Diagnostics;

namespace LabTest.Testing.Foreign;

/// <summary>A foreign process with its standard streams; ended by its id when disposed.</summary>
internal sealed class ForeignProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ForeignProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    public int Id => _process.Id;

    public StreamWriter Input => _process.StandardInput;

    public StreamReader Output => _process.StandardOutput;

    /// <summary>All that it writes to standard error.</summary>
    public Task<string> Errors => _errors;

    public static ForeignProcess Start(
        string program, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Environment.CurrentDirectory,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new ForeignProcess(Process.Start(start)!);
    }

    /// <summary>The next line of standard output; the end of the stream is a failure that shows standard error.</summary>
    public async Task<string> ReadLine(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken)
        ?? throw new InvalidOperationException($"{Name} ended early: {await _errors}");

    /// <summary>Closes standard input, waits for the end and gives standard output.</summary>
    /// <exception cref="InvalidOperationException">The process ended with a code other than 0.</exception>
    public async Task<string> ReadToEnd(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        var output = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        if (_process.ExitCode != 0)
            throw new InvalidOperationException($"{Name} ended with {_process.ExitCode}: {await _errors}\n{output}");
        return output;
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> WaitForExit(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private string Name => Path.GetFileName(_process.StartInfo.FileName);
}
