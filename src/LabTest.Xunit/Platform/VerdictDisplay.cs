using LabTest.Recording.Runs;
using LabTest.Recording.Stopping;
using LabTest.Recording.Terminal;
using Microsoft.Testing.Platform.Extensions.TestHost;

namespace LabTest.Xunit.Platform;

/// <summary>
/// Shows the verdict table and the report's path as the last thing of a run that is started as a program (<c>dotnet run</c>). Under
/// <c>dotnet test</c> what a test application writes is shown only where it fails. A process that ends before there is a run is said to have run nothing.
/// </summary>
internal sealed class VerdictDisplay(IReadOnlyCollection<RunFolder> finished) : ITestHostApplicationLifetime, IStoppable, IDisposable
{
    private ProcessEnd? _end;

    public string Uid => "LabTest.VerdictDisplay";

    public string Version => "1.0.0";

    public string DisplayName => "LabTest";

    public string Description => "Shows the verdicts of a run.";

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    /// <summary>Whether there is a record that says how the process ended. Before there is one, the end of the process is the end of tests that nobody ran.</summary>
    public bool IsOver => RunHandover.HasRuns;

    public bool IsUnderWay => false;

    public Task BeforeRunAsync(CancellationToken cancellationToken)
    {
        _end = new ProcessEnd(this);
        return Task.CompletedTask;
    }

    public Task AfterRunAsync(int exitCode, CancellationToken cancellation)
    {
        Dispose();

        // Of a session that was cancelled (Ctrl+C), nobody has taken the runs.
        Show([.. finished, .. RunHandover.TakeAll()]);
        ProcessEnd.Keep(exitCode);
        return Task.CompletedTask;
    }

    public void Dispose() => _end?.Dispose();

    public void Stop(string cause)
    {
    }

    public Task MakeSafe() => Task.CompletedTask;

    public void End(string cause) => Screen.StandardError().Message("LabTest: the process ended before any test was run, such as by Environment.Exit in the data of a theory; nothing was recorded.");

    public void GiveUp()
    {
    }

    /// <summary>Shows what runs came to.</summary>
    public static void Show(IReadOnlyList<RunFolder> folders)
    {
        var screen = Screen.Standard();
        var actions = new GitHubActions(Environment.GetEnvironmentVariable);
        foreach (var folder in folders)
        {
            var summary = RunHandover.SummaryOf(folder);
            RunView.Show(screen, folder, summary);
            if (!actions.IsHere)
                continue;
            if (actions.Append(summary) is { } problem)
                screen.Plain(problem);
            foreach (var annotation in actions.Annotations(summary))
                screen.Plain(annotation);
        }
    }
}
