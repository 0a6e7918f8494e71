using LabTest.Recording.Runs;
using LabTest.Recording.Stopping;
using LabTest.Recording.Terminal;
using Microsoft.Testing.Platform.Extensions.TestHost;

namespace LabTest.Xunit.Platform;

/// <summary>
/// Shows the verdict table and the report's path as the last thing of a run that is started as a program (<c>dotnet run</c>). Under
/// <c>dotnet test</c> what a test application writes is shown only where it fails.
/// </summary>
internal sealed class VerdictDisplay(IReadOnlyCollection<RunFolder> finished) : ITestHostApplicationLifetime
{
    public string Uid => "LabTest.VerdictDisplay";

    public string Version => "1.0.0";

    public string DisplayName => "LabTest";

    public string Description => "Shows the verdicts of a run.";

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task BeforeRunAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task AfterRunAsync(int exitCode, CancellationToken cancellation)
    {
        // Of a session that was cancelled (Ctrl+C), nobody has taken the runs.
        Show([.. finished, .. RunHandover.TakeAll()]);
        ProcessEnd.Keep(exitCode);
        return Task.CompletedTask;
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
