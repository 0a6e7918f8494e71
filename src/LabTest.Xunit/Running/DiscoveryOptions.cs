using Xunit.Sdk;

namespace LabTest.Xunit.Running;

/// <summary>Options for a discovery of our own, which only counts.</summary>
internal sealed class DiscoveryOptions : ITestFrameworkDiscoveryOptions
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>Makes options.</summary>
    /// <param name="preEnumerateTheories">Whether each row of a theory is a test case of its own.</param>
    public DiscoveryOptions(bool preEnumerateTheories) => _values["xunit.discovery.PreEnumerateTheories"] = preEnumerateTheories;

    public TValue? GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) && value is TValue typed ? typed : default;

    public void SetValue<TValue>(string name, TValue value) => _values[name] = value;

    public string ToJson() => System.Text.Json.JsonSerializer.Serialize(_values);
}
