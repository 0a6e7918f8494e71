global using LabTest.Arrow.Layout;
