using System.Diagnostics.CodeAnalysis;
using Xunit.Sdk;

namespace LabTest.Xunit;

/// <summary>Lets xUnit name a row of a sweep, so that it can be filtered and run on its own.</summary>
public sealed class QuantitySerializer : IXunitSerializer
{
    /// <inheritdoc/>
    public object Deserialize(Type type, string serializedValue) => Quantity.Parse(serializedValue);

    /// <inheritdoc/>
    public bool IsSerializable(Type type, object? value, [NotNullWhen(false)] out string? failureReason)
    {
        failureReason = type == typeof(Quantity) ? null : $"{type} is no quantity";
        return failureReason is null;
    }

    /// <inheritdoc/>
    public string Serialize(object value) => ((Quantity)value).ToString("G", null);
}
