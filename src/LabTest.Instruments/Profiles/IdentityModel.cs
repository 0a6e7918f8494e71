using System.Text.RegularExpressions;

namespace LabTest.Instruments.Profiles;

/// <summary>How an instrument says what it is.</summary>
internal sealed record IdentityModel(string Query, Regex Match);
