using LabTest.Recording.Runs;
using Xunit.v3;

namespace LabTest.Xunit.Running;

/// <summary>What the record keeps of a test, from what xUnit knows of it.</summary>
internal static class TestInfos
{
    public static TestInfo Of(IXunitTest test) => Of(
        test.Traits.ToDictionary(t => t.Key, t => (IReadOnlyList<string>)[.. t.Value]), test.TestCase.TestClassName, test.TestCase.TestMethodName, test.TestDisplayName) with
    {
        Conditions = Conditions(test),
        File = test.TestCase.SourceFilePath,
        Line = test.TestCase.SourceLineNumber,
    };

    public static TestInfo Of(IReadOnlyDictionary<string, IReadOnlyList<string>> traits, string? className, string? methodName, string name)
    {
        var method = methodName ?? name;
        return new TestInfo
        {
            Id = traits.TryGetValue("Id", out var ids) && ids.Count > 0 ? ids[0] : $"{className}.{method}",
            Class = className ?? "",
            Method = method,
            Name = Short(name, className),
            Traits = traits,
        };
    }

    // The class is shown beside the test; its name need not stand before it.
    private static string Short(string name, string? className) =>
        className is not null && name.StartsWith(className + ".", StringComparison.Ordinal) ? name[(className.Length + 1)..] : name;

    private static Condition[] Conditions(IXunitTest test)
    {
        var parameters = test.TestMethod.Parameters.ToArray();
        return [.. parameters.Zip(test.TestMethodArguments).Where(p => p.Second is Quantity).Select(p => new Condition(p.First.Name!, (Quantity)p.Second!))];
    }
}
