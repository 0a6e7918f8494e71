namespace LabTest.Capabilities;

/// <summary>A role that an instrument plays, whatever its make. What it sets passes the same checks as every other write.</summary>
public interface ICapability;
