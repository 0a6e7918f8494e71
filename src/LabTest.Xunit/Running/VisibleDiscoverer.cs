using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>Finds tests as xUnit does, and gives them names that may be shown: what is listed comes straight from here.</summary>
internal sealed class VisibleDiscoverer(IXunitTestAssembly assembly) : XunitTestFrameworkDiscoverer(assembly)
{
    protected override ValueTask<bool> FindTestsForMethod(IXunitTestMethod testMethod, ITestFrameworkDiscoveryOptions discoveryOptions, Func<ITestCase, ValueTask<bool>> discoveryCallback) =>
        base.FindTestsForMethod(testMethod, discoveryOptions, testCase => discoveryCallback(Visible(testCase)));

    // A case of a kind of its own is left as it is: only its author can make another.
    private static ITestCase Visible(ITestCase found)
    {
        var name = found is XunitTestCase given ? ArgumentNames.Shorten(found.TestCaseDisplayName, given.TestMethodArguments) : found.TestCaseDisplayName;
        var shown = PrintableText.OneLine(name);
        if (shown == found.TestCaseDisplayName || found is not XunitTestCase one)
            return found;
        if (one.GetType() == typeof(XunitTestCase))
        {
            return new XunitTestCase(
                one.TestMethod, shown, one.UniqueID, one.Explicit, one.SkipExceptions, one.SkipReason, one.SkipType, one.SkipUnless, one.SkipWhen, one.Traits, one.TestMethodArguments, one.SourceFilePath, one.SourceLineNumber, Limit(one));
        }

        return one is XunitDelayEnumeratedTheoryTestCase theory && one.GetType() == typeof(XunitDelayEnumeratedTheoryTestCase)
            ? new XunitDelayEnumeratedTheoryTestCase(
                one.TestMethod, shown, one.UniqueID, one.Explicit, theory.SkipTestWithoutData, one.SkipExceptions, one.SkipReason, one.SkipType, one.SkipUnless, one.SkipWhen, one.Traits, one.SourceFilePath, one.SourceLineNumber, Limit(one))
            : found;
    }

    private static int? Limit(XunitTestCase testCase) => testCase.Timeout > 0 ? testCase.Timeout : null;
}
