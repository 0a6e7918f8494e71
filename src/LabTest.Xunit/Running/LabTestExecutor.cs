using LabTest.Recording;
using LabTest.Recording.Assertions;
using LabTest.Recording.Stopping;
using LabTest.Xunit.Platform;
using LabTest.Xunit.Signals;
using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>Executes experiments as one run.</summary>
internal sealed class LabTestExecutor(IXunitTestAssembly testAssembly) : XunitTestFrameworkExecutor(testAssembly)
{
    public override async ValueTask RunTestCases(
        IReadOnlyCollection<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions, CancellationToken cancellationToken)
    {
        // A filter that selects nothing begins no run: a record of nothing would be the newest.
        if (testCases.Count == 0)
        {
            await base.RunTestCases(testCases, executionMessageSink, executionOptions, cancellationToken).ConfigureAwait(false);
            return;
        }

        LimitFailures.Install();
        var filter = await Filter(testCases, executionOptions.ExplicitOptionOrDefault() == ExplicitOption.Only).ConfigureAwait(false);
        ExperimentRun run;
        try
        {
            var settings = LabSettings.FromEnvironment();
            DeclaredArguments.Of(TestAssembly.Assembly).Require(settings.Arguments);
            run = ExperimentRun.Start(TestAssembly.Assembly, settings, filter);
        }
        catch (Exception e) when (e is LabTestException or FormatException)
        {
            await new FailingAssemblyRunner(e).Run(TestAssembly, testCases, executionMessageSink, executionOptions, cancellationToken).ConfigureAwait(false);
            return;
        }

        RunHandover.Give(run.Recorder);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        run.Cancel = stop.Cancel;
        using var orderly = new OrderlyStop(run, TimeProvider.System);
        await using var registration = cancellationToken.Register(() => orderly.Begin("cancellation")).ConfigureAwait(false);
        using var end = new ProcessEnd(run);
        using var signals = new StopSignals(orderly);
        using var parent = new ParentWatch(TimeProvider.System, () => orderly.Begin("parent process died"));

        DiagnosticSink.Install(run.Recorder);
        var outcomes = new OutcomeSink(run, new VisibleSink(executionMessageSink), run.Finish);
        try
        {
            await new LabTestAssemblyRunner(run).Run(TestAssembly, testCases, outcomes, executionOptions, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            run.Finish();
            run.Recorder.Dispose();
            if (run.StopCause is { } cause)
                ControllingTerminal.Tell(run.Recorder.Folder, run.Recorder.Verdict, cause);
        }
    }

    // A run that was cut down is not complete, whoever cut it: the command line, an IDE, a list of ids, or the choice of explicit tests alone.
    private async ValueTask<string?> Filter(IReadOnlyCollection<IXunitTestCase> selected, bool isExplicitOnly)
    {
        if (isExplicitOnly && selected.Any(static c => !c.Explicit))
            return $"--explicit only {CommandLineFilter.In(Environment.GetCommandLineArgs())}".TrimEnd();

        var all = await Count(preEnumerateTheories: true).ConfigureAwait(false);
        if (selected.Count >= all || selected.Count == await Count(preEnumerateTheories: false).ConfigureAwait(false))
            return null;
        var given = CommandLineFilter.In(Environment.GetCommandLineArgs());
        return given.Length > 0 ? given : $"{selected.Count} of {all} tests";
    }

    private async ValueTask<int> Count(bool preEnumerateTheories)
    {
        var count = 0;
        var discoverer = (XunitTestFrameworkDiscoverer)CreateDiscoverer();
        await using var disposal = discoverer.ConfigureAwait(false);
        await discoverer.Find(
            _ =>
            {
                count++;
                return new ValueTask<bool>(true);
            },
            new DiscoveryOptions(preEnumerateTheories)).ConfigureAwait(false);
        return count;
    }
}
