using LabTest.Recording.Runs;
using Xunit;
using Xunit.Sdk;

namespace LabTest.Xunit.Running;

/// <summary>Records diagnostic messages, which xUnit shows only where it is asked to, and hands them on.</summary>
internal sealed class DiagnosticSink(RunRecorder recorder, ITestContext before) : IMessageSink
{
    /// <summary>Puts one between what is run from now on and where diagnostic messages go.</summary>
    public static void Install(RunRecorder recorder)
    {
        var before = TestContext.Current;

        // The context that takes its place begins empty; what a start-up of the project's own left in it counts for more.
        if (before.PipelineStage != TestPipelineStage.Unknown && before.KeyValueStorage.IsEmpty)
            TestContext.SetForInitialization(new DiagnosticSink(recorder, before), diagnosticMessages: true, internalDiagnosticMessages: false);
    }

    public bool OnMessage(IMessageSinkMessage message)
    {
        if (message is IDiagnosticMessage diagnostic)
        {
            recorder.Diagnose(diagnostic.Message);
            before.SendDiagnosticMessage(PrintableText.Of(diagnostic.Message));
        }

        return true;
    }
}
