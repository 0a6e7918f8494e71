using System.Reflection;

namespace LabTest.Xunit.Running;

/// <summary>Whether an experiment project asks for parallel collections, by <c>&lt;LabTestParallel&gt;true&lt;/LabTestParallel&gt;</c>.</summary>
internal static class ParallelOptIn
{
    public static bool IsGiven(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(a => a.Key == "LabTest.Parallel" && string.Equals(a.Value, "true", StringComparison.OrdinalIgnoreCase));
}
