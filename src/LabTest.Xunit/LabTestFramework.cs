using System.Reflection;
using LabTest.Xunit.Running;
using Xunit.v3;

namespace LabTest.Xunit;

/// <summary>
/// xUnit's own test framework, with a run around it: the record, the order of experiments, signals, and verdicts as outcomes. The props of this
/// package name it for an experiment project; nothing has to be written.
/// </summary>
public sealed class LabTestFramework : XunitTestFramework
{
    private readonly string? _configFile;

    /// <summary>Makes the framework.</summary>
    public LabTestFramework()
    {
    }

    /// <summary>Makes the framework with a configuration file.</summary>
    public LabTestFramework(string? configFileName)
        : base(configFileName) => _configFile = configFileName;

    /// <inheritdoc/>
    protected override ITestFrameworkDiscoverer CreateDiscoverer(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return new VisibleDiscoverer(new XunitTestAssembly(assembly, _configFile, assembly.GetName().Version));
    }

    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return new LabTestExecutor(new XunitTestAssembly(assembly, _configFile, assembly.GetName().Version));
    }
}
