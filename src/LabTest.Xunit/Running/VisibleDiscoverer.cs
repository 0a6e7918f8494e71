using System.Globalization;
using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>
/// Finds tests as xUnit does, and gives them names that may be shown: what is listed comes straight from here. Cases of a theory with equal arguments, which are one to
/// xUnit, get an id each, so that each is a test with an outcome of its own.
/// </summary>
internal sealed class VisibleDiscoverer(IXunitTestAssembly assembly) : XunitTestFrameworkDiscoverer(assembly)
{
    protected override ValueTask<bool> FindTestsForMethod(IXunitTestMethod testMethod, ITestFrameworkDiscoveryOptions discoveryOptions, Func<ITestCase, ValueTask<bool>> discoveryCallback)
    {
        Dictionary<string, int> equal = new(StringComparer.Ordinal);
        return base.FindTestsForMethod(testMethod, discoveryOptions, testCase => discoveryCallback(Told(testCase, equal[testCase.UniqueID] = equal.GetValueOrDefault(testCase.UniqueID) + 1)));
    }

    // A case of a kind of its own is left as it is: only its author can make another.
    private static ITestCase Told(ITestCase found, int occurrence)
    {
        var name = found is XunitTestCase given ? ArgumentNames.Shorten(found.TestCaseDisplayName, given.TestMethodArguments) : found.TestCaseDisplayName;
        var shown = PrintableText.OneLine(name);
        if ((shown == found.TestCaseDisplayName && occurrence == 1) || found is not XunitTestCase one)
            return found;
        var id = occurrence == 1 ? one.UniqueID : IdOf(one.UniqueID, occurrence);
        if (one.GetType() == typeof(XunitTestCase))
        {
            return new XunitTestCase(
                one.TestMethod, shown, id, one.Explicit, one.SkipExceptions, one.SkipReason, one.SkipType, one.SkipUnless, one.SkipWhen, one.Traits, one.TestMethodArguments, one.SourceFilePath, one.SourceLineNumber, Limit(one));
        }

        return one is XunitDelayEnumeratedTheoryTestCase theory && one.GetType() == typeof(XunitDelayEnumeratedTheoryTestCase)
            ? new XunitDelayEnumeratedTheoryTestCase(
                one.TestMethod, shown, id, one.Explicit, theory.SkipTestWithoutData, one.SkipExceptions, one.SkipReason, one.SkipType, one.SkipUnless, one.SkipWhen, one.Traits, one.SourceFilePath, one.SourceLineNumber, Limit(one))
            : found;
    }

    private static string IdOf(string id, int occurrence)
    {
        using var ids = new UniqueIDGenerator();
        ids.Add(id);
        ids.Add(occurrence.ToString(CultureInfo.InvariantCulture));
        return ids.Compute();
    }

    private static int? Limit(XunitTestCase testCase) => testCase.Timeout > 0 ? testCase.Timeout : null;
}
