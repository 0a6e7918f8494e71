using LabTest.Recording.Runs;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Messages;
using Microsoft.Testing.Platform.TestHost;

namespace LabTest.Xunit.Platform;

/// <summary>Gives the options to the run before it begins, and its report to the testing platform as an artifact when it is over.</summary>
internal sealed class RunSession(ICommandLineOptions options, IMessageBus bus, ICollection<RunFolder> finished) : ITestSessionLifetimeHandler, IDataProducer
{
    private const string IgnoredExitCodes = "TESTINGPLATFORM_EXITCODE_IGNORE";
    private const string ZeroTestsRan = "8";

    public string Uid => "LabTest.RunSession";

    public string Version => "1.0.0";

    public string DisplayName => "LabTest";

    public string Description => "The record of a run of experiments.";

    public Type[] DataTypesProduced => [typeof(SessionFileArtifact)];

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task OnTestSessionStartingAsync(SessionUid sessionUid, CancellationToken cancellationToken)
    {
        LabOptions.Mirror(options);
        return Task.CompletedTask;
    }

    public async Task OnTestSessionFinishingAsync(SessionUid sessionUid, CancellationToken cancellationToken)
    {
        if (RunHandover.IsOnlySkipped)
            IgnoreThatNoneRan();
        foreach (var folder in RunHandover.TakeAll())
        {
            finished.Add(folder);
            var file = new FileInfo(File.Exists(folder.Report) ? folder.Report : folder.Journal);
            await bus.PublishAsync(this, new SessionFileArtifact(sessionUid, file, "LabTest report", "The report of this run.")).ConfigureAwait(false);
        }
    }

    // The variable counts before the option of the same meaning; both may have been given.
    private void IgnoreThatNoneRan()
    {
        var given = Environment.GetEnvironmentVariable(IgnoredExitCodes);
        if (string.IsNullOrEmpty(given))
            given = options.TryGetOptionArgumentList("ignore-exit-code", out var arguments) ? string.Join(';', arguments) : "";
        Environment.SetEnvironmentVariable(IgnoredExitCodes, $"{given};{ZeroTestsRan}");
    }
}
