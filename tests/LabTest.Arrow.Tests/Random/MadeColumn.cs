using System.Text.Json.Nodes;

namespace LabTest.Arrow.Tests.Random;

/// <summary>An array and the values that went into it.</summary>
internal readonly record struct MadeColumn(ArrayData Data, JsonNode?[] Values);
